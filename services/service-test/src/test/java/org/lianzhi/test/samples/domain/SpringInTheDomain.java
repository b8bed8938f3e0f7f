package org.lianzhi.test.samples.domain;

import org.springframework.util.StringUtils;

final class SpringInTheDomain {
    static boolean blank(String text) {
        return !StringUtils.hasText(text);
    }
}
