/** The scope in which a sentence holds: who, what, to whom, why, where, under which condition. */
import type { PolicyDocument, Sentence } from '../document/types.js';
import type { Layer, Scope } from './types.js';

export function scopeOf(sentence: Sentence, _document: PolicyDocument): Scope {
  return { layer: layerOf(sentence) };
}

function layerOf(sentence: Sentence): Layer {
  if (sentence.block.kind === 'cell') return 'table';
  if (sentence.block.kind === 'item') return 'list';
  if (sentence.block.kind === 'heading') return 'heading';
  return 'prose';
}
