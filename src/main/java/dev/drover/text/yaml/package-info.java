/**
 * Reads the files that people write by hand: clusters, scenarios and sites in YAML.
 *
 * <p>{@link dev.drover.text.yaml.YamlNode} is a file with the place of every word; {@link
 * dev.drover.text.yaml.Section} reads one map of it and notes what is wrong; the readers above them
 * make records.
 */
@NullMarked
package dev.drover.text.yaml;

import org.jspecify.annotations.NullMarked;
