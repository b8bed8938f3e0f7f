package org.lianzhi.investigation.context;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.lianzhi.investigation.casework.Asked;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.investigation.casework.CaseStreams;
import org.lianzhi.investigation.casework.Casework;
import org.lianzhi.investigation.domain.CaseCommand.Comment;
import org.lianzhi.investigation.domain.CaseCommand.LinkCase;
import org.lianzhi.investigation.domain.CaseCommand.UnlinkCase;
import org.lianzhi.investigation.domain.JointCase;
import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Officers say which other case is about the same matter, and what the other side should read. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class Context {

    private final Casework casework;
    private final CaseStreams streams;

    Context(Casework casework, CaseStreams streams) {
        this.casework = casework;
        this.streams = streams;
    }

    /** @param other id of a case in which the own office takes part, too */
    record NewLink(
            @NotNull String other,
            @NotNull String kind,
            @NotNull String reason) {}

    record Undoing(@NotNull String reason) {}

    record NewComment(@NotNull String text) {}

    @PostMapping("/links")
    Receipt link(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody NewLink body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "link",
                body,
                given -> new LinkCase(id, body.other(), there(who, body.other()), body.kind(), body.reason()));
    }

    @PostMapping("/links/{other}/undoing")
    Receipt unlink(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @PathVariable String other,
            @Valid @RequestBody Undoing body) {
        return casework.change(
                new Asked(who, id, key, expected),
                "link-undoing/" + other,
                body,
                given -> new UnlinkCase(other, body.reason()));
    }

    /** A case that is not there and one that does not concern the office look the same. */
    private JointCase there(SignedIn who, String other) {
        try {
            JointCase joint = streams.loadFor(who.side(), other).joint();
            CaseRights.requireOfficer(who, joint);
            return joint;
        } catch (NotForYou notFound) {
            return JointCase.NONE;
        }
    }

    @PostMapping("/comments")
    ResponseEntity<Receipt> comment(
            SignedIn who,
            IdempotencyKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody NewComment body) {
        return casework.create(
                        new Asked(who, id, key, expected),
                        "comment",
                        body,
                        given -> new Comment(given.id(), body.text()))
                .created();
    }
}
