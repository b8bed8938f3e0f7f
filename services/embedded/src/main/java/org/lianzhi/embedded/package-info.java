/** A Kafka broker and a MongoDB-compatible store inside the current JVM, and the folder in which they keep their data. */
@NullMarked
package org.lianzhi.embedded;

import org.jspecify.annotations.NullMarked;
