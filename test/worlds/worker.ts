import { parentPort, workerData } from 'node:worker_threads';
import { playShare, type Share } from './crew.ts';

parentPort?.postMessage(await playShare(workerData as Share), []);
