// Words of answers, some of which a later server may have added.

/**
 * Whether a word of an answer is one of those that this version knows: `isKnown(visibilityValues, album.visibility)`
 * narrows it to one that may be sent, too.
 */
export function isKnown<Word extends string>(known: readonly Word[], word: string): word is Word {
  return (known as readonly string[]).includes(word);
}
