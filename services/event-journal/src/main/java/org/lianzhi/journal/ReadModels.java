package org.lianzhi.journal;

import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes read models in the service's own database. */
public final class ReadModels {

    private final MongoTemplate mongo;

    ReadModels(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public <T> ReadModel<T> of(Projector<T> projector) {
        return new ReadModel<>(projector, mongo);
    }
}
