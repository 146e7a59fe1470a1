"""Plain text: spans, decoding, sentences, words, slugs and word lists."""
