// Where screens and exports find the text of points; it is written one layer below, because suggestions need it too.
export { formatPoints } from '@/lib/indicators/points-text';
