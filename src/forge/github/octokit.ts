/** Octokit and its plugins, to be loaded at once and only where GitHub is asked. */
export { Octokit } from '@octokit/rest';
export { retry } from '@octokit/plugin-retry';
export { throttling } from '@octokit/plugin-throttling';
