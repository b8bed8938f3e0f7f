@NullMarked
package org.lianzhi.evidence.command;

import org.jspecify.annotations.NullMarked;
