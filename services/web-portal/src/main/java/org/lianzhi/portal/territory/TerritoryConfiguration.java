package org.lianzhi.portal.territory;

import org.lianzhi.territory.Territory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The portal's own copy of the agreements and maps: names of offices, and what maps draw. */
@Configuration(proxyBeanMethods = false)
class TerritoryConfiguration {

    @Bean
    Territory territory(@Value("${lianzhi.territory.folder:}") String folder) {
        return Territory.inOrElseOwn(folder);
    }
}
