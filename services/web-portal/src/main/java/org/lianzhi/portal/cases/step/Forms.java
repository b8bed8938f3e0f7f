package org.lianzhi.portal.cases.step;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.bind.ServletRequestDataBinder;

/** Reads a form of a type that is only known once the step is. */
@Component
class Forms {

    static final String NAME = "form";

    private final ConversionService conversions;
    private final Validator validator;

    Forms(
            @Qualifier("mvcConversionService") ConversionService conversions,
            @Qualifier("mvcValidator") Validator validator) {
        this.conversions = conversions;
        this.validator = validator;
    }

    /** What was sent, and what is wrong with it. */
    BindingResult read(Class<?> type, ServletRequest request) {
        ServletRequestDataBinder binder = new Binder();
        binder.setTargetType(ResolvableType.forClass(type));
        binder.setConversionService(conversions);
        binder.setValidator(validator);
        binder.construct(request);
        if (!binder.getBindingResult().hasErrors()) {
            binder.validate();
        }
        return binder.getBindingResult();
    }

    private static final class Binder extends ServletRequestDataBinder {

        Binder() {
            super(null, NAME);
        }

        /** A browser does not send a box that is not ticked. */
        @Override
        protected ServletRequestValueResolver createValueResolver(ServletRequest request) {
            return new ServletRequestValueResolver(request, this) {
                @Override
                protected @Nullable Object getRequestParameter(String name, Class<?> type) {
                    Object value = super.getRequestParameter(name, type);
                    return value == null && type == boolean.class ? Boolean.FALSE : value;
                }
            };
        }
    }
}
