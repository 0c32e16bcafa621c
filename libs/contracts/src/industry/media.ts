import { Instant, OneOf, Sha256, Text } from '../fields.js';

/** A photo or video by its hash; the bytes stay where they are kept. */
export class Medium {
  @OneOf(['PHOTO', 'VIDEO'], 'Photo or video / 照片或视频') kind!: 'PHOTO' | 'VIDEO';
  @OneOf(['BEFORE', 'DURING', 'AFTER'], 'Before, during or after the act / 事前、事中、事后') stage!:
    'BEFORE' | 'DURING' | 'AFTER';
  @Sha256('SHA-256 of the bytes / 摘要') sha256!: string;
  @Instant('When it was taken / 拍摄时间') capturedAt!: string;
  @Text('Where it was taken, as the device says / 拍摄地点', { optional: true, max: 200 }) place?: string;
}
