import type { Kind } from '../feed-item.js';
import { licences2018 } from './licences-2018.js';
import { nonCompletion } from './non-completion.js';
import { penalties2016 } from './penalties-2016.js';
import { penalties2018 } from './penalties-2018.js';
import { promises } from './promises.js';
import type { Standard } from './standard.js';

/** Editions in which each kind of record can be had; the first unless another is asked for. */
export const standards: Readonly<Record<Kind, readonly [Standard, ...Standard[]]>> = {
  penalties: [penalties2018, penalties2016],
  licences: [licences2018],
  promises: [promises],
  'non-completion': [nonCompletion],
};
