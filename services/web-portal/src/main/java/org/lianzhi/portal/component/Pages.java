package org.lianzhi.portal.component;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a reader is in a long list.
 *
 * @param address of the list with its filters
 * @param current from 1
 * @param total at least 1
 */
public record Pages(String address, int current, int total) {

    public String href(int page) {
        return UriComponentsBuilder.fromUriString(address)
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
    }
}
