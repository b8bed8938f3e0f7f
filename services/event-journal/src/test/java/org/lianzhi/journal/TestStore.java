package org.lianzhi.journal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianzhi.test.Backends;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** Databases of the tests' store, and a driver that fails when a test wants it to. */
final class TestStore {

    private TestStore() {}

    static MongoDatabaseFactory newDatabase() {
        return new SimpleMongoClientDatabaseFactory(
                Holder.CLIENT, "test-" + UUID.randomUUID().toString().substring(0, 18));
    }

    /** One for all tests that use streams of their own. */
    static MongoDatabaseFactory sharedDatabase() {
        return Holder.SHARED;
    }

    private static final class Holder {
        static final MongoClient CLIENT = MongoClients.create(Backends.started().store());
        static final MongoDatabaseFactory SHARED = newDatabase();
    }

    /** What goes wrong: each may throw what a driver throws. */
    interface Faults {
        default void beforeInsert() {}

        default void afterInsert() {}

        default void beforeFind() {}

        default void beforeIndex() {}
    }

    /** The same database through a driver that has the faults. */
    static MongoDatabaseFactory faulty(MongoDatabaseFactory real, Faults faults) {
        MongoDatabase database = wrap(MongoDatabase.class, real.getMongoDatabase(), faults);
        return proxy(
                MongoDatabaseFactory.class,
                (self, method, arguments) ->
                        method.getName().equals("getMongoDatabase") ? database : invoke(method, real, arguments));
    }

    private static <T> T wrap(Class<T> type, Object real, Faults faults) {
        return proxy(type, (self, method, arguments) -> {
            String name = method.getName();
            if (name.equals("insertOne")) {
                faults.beforeInsert();
            } else if (name.equals("find")) {
                faults.beforeFind();
            } else if (name.equals("createIndex")) {
                faults.beforeIndex();
            }
            Object result = invoke(method, real, arguments);
            if (name.equals("insertOne")) {
                faults.afterInsert();
            }
            return result instanceof MongoCollection<?> ? wrap(MongoCollection.class, result, faults) : result;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Method method, Object target, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
