package org.lianzhi.test.samples;

import org.springframework.transaction.annotation.Transactional;

class Transaction {
    @Transactional
    void write() {}
}
