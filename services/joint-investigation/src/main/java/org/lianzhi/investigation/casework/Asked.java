package org.lianzhi.investigation.casework;

import org.lianzhi.kit.ExpectedVersion;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.SignedIn;

/** Who asks for something in a case, under which key, and which version of the own record was before the eyes. */
public record Asked(SignedIn who, String caseId, IdempotencyKey key, ExpectedVersion expected) {}
