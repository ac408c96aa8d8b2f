/** Reads XML documents into elements, within limits: what every reader of XML begins with. */
@NullMarked
package dev.drover.text.xml;

import org.jspecify.annotations.NullMarked;
