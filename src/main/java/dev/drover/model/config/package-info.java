/**
 * What an operator configured, as records: the same whether it was read from YAML or from a CIB.
 */
@NullMarked
package dev.drover.model.config;

import org.jspecify.annotations.NullMarked;
