/**
 * Facts for the tests of the rule mechanism: rules may import nothing from outside {@code
 * dev.drover.model}.
 */
package dev.drover.model.sample;
