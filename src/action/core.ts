import { endGroup, error, notice, setFailed, setOutput, setSecret, startGroup, warning } from '@actions/core';

/**
 * Of the toolkit what is used here. Named one by one, so that the bundle leaves out its OpenID client with a whole HTTP stack, which
 * took longer to load than a `validate` takes.
 */
export const core = { endGroup, error, notice, setFailed, setOutput, setSecret, startGroup, warning };
export type Core = typeof core;
