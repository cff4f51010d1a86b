export { withRequestId } from '../adapters/powertools/request-id.ts';
