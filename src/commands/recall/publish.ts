import { inert } from '../../report/markdown.ts';
import type { Context } from '../context.ts';
import { RECALL_BRANCHES } from '../reading/basis.ts';
import type { Order } from './order.ts';

/** The request for a recall's file; as a failure, why there is none. */
export type Published = { readonly ok: true; readonly number: number; readonly url: string } | { readonly ok: false; readonly why: string };

/** While the forge cannot be reached, the recall goes on without its request. */
export async function publish(context: Context, file: { readonly path: string; readonly text: string }, order: Order): Promise<Published> {
  const forge = await context.forge();
  if (typeof forge === 'string') return { ok: false, why: forge };
  const body = `While this file stands, ${inert(order.principal)} holds nothing of ours and gets nothing. It counts already, from its branch.`;
  const answer = await forge.proposeFile(`${RECALL_BRANCHES}${order.stem}`, file.path, file.text, {
    title: `Recall ${order.principal}`,
    body,
  });
  return answer.ok ? { ok: true, ...answer.value } : { ok: false, why: answer.failure.message };
}
