import { Event } from '../catalogue.js';
import { PublishedList } from '../procedure/list.js';

@Event('2.3.1', '获证企业名单已公布', 'The list of licence holders was published', { visibility: 'public' })
export class LicenceHolderListPublished extends PublishedList {}

@Event('2.3.2', '不合格产品名单已公布', 'The list of products that do not conform was published', {
  visibility: 'public',
})
export class NonconformingListPublished extends PublishedList {}
