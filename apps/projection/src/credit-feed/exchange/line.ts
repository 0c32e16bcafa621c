import type { FeedItem } from '../feed-item.js';
import { recordIn, type RecordFields, type Standard } from '../standards/standard.js';

/** What a file says of a record beside its fields: which it is, and whether it is to be shown or taken down. */
export interface Line {
  /** `UPSERT`: show it so. `DELETE`: a tombstone, with what identifies the record and nothing else of it. */
  readonly operation: 'UPSERT' | 'DELETE';
  /** Why it must not be shown any more. */
  readonly reason: string | undefined;
  readonly record_id: string;
  /** What a receipt answers. */
  readonly item_id: string;
  readonly platforms: string;
  /** Later things have greater ones. */
  readonly position: number;
  readonly record: RecordFields;
}

/** Fields of ours beside those of the standard, with their lengths. They come last, so that a template can leave them. */
export const controls = [
  { name: 'operation', zh: '操作', most: 6, needed: true },
  { name: 'reason', zh: '停止展示原因', most: 2200, needed: false },
  { name: 'record_id', zh: '记录编号', most: 256, needed: true },
  { name: 'item_id', zh: '条目编号', most: 64, needed: true },
  { name: 'platforms', zh: '展示平台', most: 200, needed: false },
  { name: 'position', zh: '账本位置', most: 16, needed: true },
] as const satisfies readonly { name: keyof Line; zh: string; most: number; needed: boolean }[];

/** What the ledger says in one word. A reason that somebody wrote is given as it was written. */
const REASONS: Readonly<Record<string, string>> = {
  TERM: '公示期满',
  REPAIR: '信用修复',
  EXIT_COMPLETED: '已完成退出',
  REVOKED: '吊销',
  ANNULLED: '撤销',
  WITHDRAWN: '撤回',
  CANCELLED: '注销',
};

export const lineOf = (standard: Standard, item: FeedItem): Line => ({
  operation: item.tombstone === undefined ? 'UPSERT' : 'DELETE',
  reason: item.tombstone && (REASONS[item.tombstone] ?? item.tombstone),
  record_id: item.recordId,
  item_id: item.eventId,
  platforms: item.platforms.join(';'),
  position: item.position,
  record: recordIn(standard, item),
});
