package org.lianzhi.investigation.access;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of accesses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessLimits.class)
class AccessConfiguration {}
