package org.lianzhi.test.samples;

import org.springframework.transaction.support.TransactionTemplate;

class TransactionByHand {
    void write(TransactionTemplate template) {
        template.executeWithoutResult(status -> {});
    }
}
