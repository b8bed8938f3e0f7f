package org.lianzhi.portal.cases.step;

import java.util.List;
import org.lianzhi.portal.cases.CaseHead;
import org.lianzhi.portal.component.Row;

/**
 * What surrounds the form of a step. The form itself is the model attribute {@code form}.
 *
 * @param key message key of the step: KEY.title, KEY.lead, KEY.button
 * @param action where the form is sent
 * @param once idempotency key; kept when the form comes back with errors
 * @param seen version of the own record that the officer has seen
 * @param context what the step answers to, such as the other side's proposal
 */
public record StepPage(
        String key, CaseHead head, String action, String once, String seen, List<Row> context, boolean upload) {}
