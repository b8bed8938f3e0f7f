package org.lianzhi.intake.access;

import java.util.List;
import org.lianzhi.intake.vault.Rotation;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator does to the keys of the vault, without seeing a key or anything that they seal. */
@RestController
@RequestMapping("/api/v1/operations/vault")
class VaultOperations {

    private static final Logger LOG = LoggerFactory.getLogger(VaultOperations.class);

    private final Rotation rotation;

    VaultOperations(Rotation rotation) {
        this.rotation = rotation;
    }

    record Done(List<Rotation.Rotated> rings) {}

    /** Asked again after it was cut off, it goes on. */
    @PostMapping("/rotation")
    Done rotate(SignedIn who) {
        LOG.info("{} asks for other keys", who.as(Role.ADMINISTRATOR).written());
        return new Done(rotation.run());
    }
}
