/**
 * Keeps the accounts of staff and the log of what they did.
 *
 * @module
 */
export { openAuditLog } from './openAuditLog.ts';
export { openStaffStore } from './openStaffStore.ts';
