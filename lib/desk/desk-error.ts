// Why a call of the desk failed, in a file of its own: screens need it before, and without, the schemas of the calls.

/** What a desk call can be refused for; `message` is for the inspector. */
export class DeskError extends Error {
  constructor(
    /** 'blind': closed to this inspector while his double check is open. */
    readonly code: 'not-found' | 'locked' | 'blind' | 'invalid' | 'conflict' | 'storage' | 'unreachable',
    message: string,
  ) {
    super(message);
    this.name = 'DeskError';
  }
}
