/** What a branch asks the bureau of its city to decide: papers before that bureau, and nothing else of their cases. */
@NullMarked
package org.lianzhi.investigation.approval;

import org.jspecify.annotations.NullMarked;
