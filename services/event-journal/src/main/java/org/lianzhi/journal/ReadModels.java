package org.lianzhi.journal;

import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes read models in the service's own database. */
public final class ReadModels {

    private final MongoTemplate mongo;
    private final Generations generations;

    /** Also for a command that reads the models without the service. */
    public ReadModels(MongoTemplate mongo) {
        this.mongo = mongo;
        this.generations = new Generations.Stored(mongo);
    }

    public <T> ReadModel<T> of(Projector<T> projector) {
        return new ReadModel<>(projector, mongo, generations, generations.current(projector.collection()));
    }
}
