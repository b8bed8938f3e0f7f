package org.lianzhi.test.samples;

import org.springframework.transaction.annotation.Transactional;

@Transactional
class TransactionOfAll {}
