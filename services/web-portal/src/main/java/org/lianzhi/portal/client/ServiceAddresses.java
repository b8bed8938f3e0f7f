package org.lianzhi.portal.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are.
 *
 * @param services address by name: {@code report-intake}, {@code joint-investigation}, {@code notification},
 *     {@code supervisor-timeline}
 * @param patience how long a page waits for a service
 */
@ConfigurationProperties("lianzhi")
record ServiceAddresses(
        Map<String, URI> services, @DefaultValue("10s") Duration patience) {

    URI of(String service) {
        URI address = services.get(service);
        if (address == null) {
            throw new IllegalStateException("lianzhi.services." + service + " is not set");
        }
        return address;
    }
}
