/** The check of all records as a command. */
@NullMarked
package org.lianzhi.evidence.command;

import org.jspecify.annotations.NullMarked;
