/**
 * Rules: reads the rule files, compiles them, and runs them stage by stage. The only package that
 * knows Drools.
 *
 * <p>A folder below the rules folder is a stage, and a stage is an agenda group; all files together
 * are one DRL package.
 */
@NullMarked
package dev.drover.rules;

import org.jspecify.annotations.NullMarked;
