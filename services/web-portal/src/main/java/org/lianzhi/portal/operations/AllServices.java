package org.lianzhi.portal.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lianzhi.portal.client.Service;
import org.springframework.stereotype.Component;

/** Every service under its name, in the order in which administrators see them. */
@Component
class AllServices {

    private final Map<String, Service> services = new LinkedHashMap<>();

    AllServices(Service reportIntake, Service jointInvestigation, Service notification, Service supervisorTimeline) {
        services.put("report-intake", reportIntake);
        services.put("joint-investigation", jointInvestigation);
        services.put("notification", notification);
        services.put("supervisor-timeline", supervisorTimeline);
    }

    Map<String, Service> byName() {
        return services;
    }
}
