import { type ErrorCode, errorTable } from '../ipc/errors.ts';

/** Every reason a new version can be refused for. */
export const updateRefusals = (Object.keys(errorTable) as ErrorCode[]).filter((code) => code.startsWith('update-'));
