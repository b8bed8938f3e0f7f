package org.lianzhi.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * What was there when a rebuild began: the models of before, and what rebuilds that died have left. Only of this may it take
 * away something at its end: what was not there yet belongs to a rebuild that another instance has begun meanwhile.
 */
final class Leftovers {

    private final MongoTemplate mongo;
    private final ParkedCases parked;
    private final Set<String> collections;
    private final Set<String> attempts;

    private Leftovers(MongoTemplate mongo, ParkedCases parked, Set<String> collections, Set<String> attempts) {
        this.mongo = mongo;
        this.parked = parked;
        this.collections = collections;
        this.attempts = attempts;
    }

    static Leftovers of(Rebuildable what, MongoTemplate mongo, ParkedCases parked) {
        Predicate<String> isAttempt = Pattern.compile(Pattern.quote(what.consumer()) + "\\.[0-9a-f]{8}/.*")
                .asMatchPredicate();
        Predicate<String> isOfModels = what.models().stream()
                .map(model -> model.projector().collection())
                .flatMap(collection -> List.of(
                        Generations.documents(collection, Generations.FIRST),
                        Generations.lists(collection, Generations.FIRST))
                        .stream())
                .<Predicate<String>>map(base -> name -> name.equals(base) || name.startsWith(base + "."))
                .reduce(Predicate::or)
                .orElse(name -> false);
        return new Leftovers(
                mongo,
                parked,
                mongo.getDb().listCollectionNames().into(new ArrayList<>()).stream()
                        .filter(isOfModels)
                        .collect(Collectors.toSet()),
                parked.consumers().stream().filter(isAttempt).collect(Collectors.toSet()));
    }

    /** The generation before stays until the next rebuild: another instance may be reading it. */
    void takeAwayBut(Set<String> documentsAndLists) {
        Set<String> gone = new HashSet<>(collections);
        gone.removeAll(documentsAndLists);
        gone.forEach(name -> mongo.getCollection(name).drop());
        parked.forget(attempts::contains);
    }
}
