package org.lianzhi.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Main class of a child: sends records and tells of each acknowledgement. */
final class BrokerUnderLoad {

    static final String TOPIC = "hn.shared.cases";

    private BrokerUnderLoad() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(Path.of(arguments[0])));
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; ; i++) {
                String value = String.valueOf(i);
                producer.send(new ProducerRecord<>(TOPIC, value), (sent, failure) -> {
                    if (failure == null) {
                        System.out.println(value);
                    }
                });
                if (i % 100 == 0) {
                    producer.flush();
                }
            }
        }
    }
}
