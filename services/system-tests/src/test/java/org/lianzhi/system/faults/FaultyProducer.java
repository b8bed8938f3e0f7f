package org.lianzhi.system.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;

/** Stands before the relay's producer and does with its records what {@link Sabotage} says. */
final class FaultyProducer implements InvocationHandler {

    private static final int WINDOW = 50;
    private static final int FULL_WITHIN_MILLIS = 2000;
    private static final int TIMES = 3;

    private final Producer<String, byte[]> real;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("faulty").factory());
    private final List<ProducerRecord<String, byte[]>> window = new ArrayList<>();
    private final Random random = Sabotage.random();
    private final Set<String> rejected = ConcurrentHashMap.newKeySet();

    private FaultyProducer(Producer<String, byte[]> real) {
        this.real = real;
        later.scheduleWithFixedDelay(this::shuffle, 50, FULL_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("unchecked")
    static Producer<String, byte[]> before(Producer<String, byte[]> real) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                FaultyProducer.class.getClassLoader(), new Class<?>[] {Producer.class}, new FaultyProducer(real));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            if (method.getName().equals("send") && arguments.length == 2 && arguments[1] != null) {
                return send((ProducerRecord<String, byte[]>) arguments[0], (Callback) arguments[1]);
            }
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Future<RecordMetadata> send(ProducerRecord<String, byte[]> event, Callback callback) {
        if (Sabotage.is("not-awaited")) {
            // As if nobody waited for the answer: what the broker says comes too late for everybody.
            later.schedule(() -> real.send(event), 300, TimeUnit.MILLISECONDS);
            return acknowledge(event, callback);
        }
        if (Sabotage.is("mark-first")) {
            // As if the mark were set and then sent.
            later.schedule(() -> real.send(event), 1500, TimeUnit.MILLISECONDS);
            return acknowledge(event, callback);
        }
        if (Sabotage.is("null-key")) {
            return real.send(
                    new ProducerRecord<>(event.topic(), null, null, null, event.value(), event.headers()), callback);
        }
        if (Sabotage.is("shuffle")) {
            synchronized (window) {
                window.add(event);
            }
            return acknowledge(event, callback);
        }
        if (Sabotage.take("reject") || isRejected(event)) {
            rejected.add(String.valueOf(stream(event)));
            RecordTooLargeException failure = new RecordTooLargeException("made up");
            later.execute(() -> callback.onCompletion(null, failure));
            return CompletableFuture.failedFuture(failure);
        }
        if (Sabotage.take("corrupt")) {
            return real.send(
                    new ProducerRecord<>(
                            event.topic(),
                            null,
                            event.key(),
                            "{\"half".getBytes(StandardCharsets.UTF_8),
                            event.headers()),
                    callback);
        }
        return real.send(event, callback);
    }

    /** A stream that was refused once stays refused until {@code set rejecting 0}. */
    private boolean isRejected(ProducerRecord<String, byte[]> event) {
        return Sabotage.number("rejecting") > 0 && rejected.contains(String.valueOf(stream(event)));
    }

    private static Object stream(ProducerRecord<String, byte[]> event) {
        Header header = event.headers().lastHeader("ce_streamid");
        return header == null ? event.key() : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Future<RecordMetadata> acknowledge(ProducerRecord<String, byte[]> event, Callback callback) {
        RecordMetadata metadata =
                new RecordMetadata(new TopicPartition(event.topic(), 0), 0, 0, System.currentTimeMillis(), 0, 0);
        callback.onCompletion(metadata, null);
        return CompletableFuture.completedFuture(metadata);
    }

    /** Every record three times, in no order. */
    private void shuffle() {
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>();
        synchronized (window) {
            for (ProducerRecord<String, byte[]> event : window.subList(0, Math.min(WINDOW, window.size()))) {
                all.addAll(Collections.nCopies(TIMES, event));
            }
            window.subList(0, Math.min(WINDOW, window.size())).clear();
        }
        Collections.shuffle(all, random);
        // A record cannot be sent twice as one object.
        all.forEach(event ->
                real.send(new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers())));
    }
}
