// The indicator sets that come with the product, as data files parsed at load.
import { IndicatorSet } from '@/lib/model/indicator-set';
import cityNewMedia from './sets/city-new-media.json';
import cityWebsite from './sets/city-website.json';
import nationalNewMedia from './sets/national-new-media.json';
import nationalWebsite from './sets/national-website.json';

/**
 * Shipped sets, national ones first. National new media has a veto part only: the source gives it no score
 * (国办秘函〔2019〕19号 附件1 第一部分).
 */
export const shippedSets: readonly IndicatorSet[] = [
  nationalWebsite,
  cityWebsite,
  nationalNewMedia,
  cityNewMedia,
].map((set) => IndicatorSet.parse(set));
