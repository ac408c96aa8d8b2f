package dev.drover.rules;

import java.util.List;
import java.util.Map;

/**
 * Rules as classes.
 *
 * @param models names of the classes that describe the rules
 * @param classes each class by its binary name
 */
record CompiledRules(List<String> models, Map<String, byte[]> classes) {}
