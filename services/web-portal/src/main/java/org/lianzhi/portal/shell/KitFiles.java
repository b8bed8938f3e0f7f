package org.lianzhi.portal.shell;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the kits' style sheets at {@code /kit/<webjar>/...}, without version in the address. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalProperties.class)
class KitFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/kit/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCachePeriod(600)
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver())
                .addResolver(new PathResourceResolver())
                .addTransformer(new KitStyles());
    }
}
