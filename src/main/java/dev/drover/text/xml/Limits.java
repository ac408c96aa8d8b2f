package dev.drover.text.xml;

/**
 * How large an input may be. The defaults hold a CIB of some hundred thousand history entries;
 * whatever is larger is refused before it fills the memory.
 *
 * @param characters in the whole document, after decompression
 * @param elements in the whole document
 * @param depth of elements within elements
 * @param attributes on one element
 * @param attributeLength characters of one attribute's value
 * @param problems after how many mistakes reading ends
 */
public record Limits(
    long characters, long elements, int depth, int attributes, int attributeLength, int problems) {
  public static final Limits DEFAULT = new Limits(512L << 20, 4_000_000, 64, 200, 1 << 20, 20);
}
