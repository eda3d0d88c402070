/** What set the workflow off. In a module of its own, so that the bundle leaves out the client that comes with it. */
export { context } from '@actions/github';
