import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import type { Endpoint } from "@tongzhou/contract/endpoint";
import { useRef } from "react";
import { act } from "./call.ts";
import type { Acted, CallArguments, CallInput } from "./call-types.ts";

/**
 * An act of the user: `const accept = useAct(leads.accept)`, then `accept.mutate({ params: { leadId } })`. Trying again after
 * the network failed sends the same idempotency key, so that it happens once.
 */
export function useAct<E extends Endpoint>(endpoint: E): UseMutationResult<Acted<E>, Error, CallInput<E>> {
  const attempt = useRef<{ input: string; key: string }>(undefined);
  return useMutation<Acted<E>, Error, CallInput<E>>({
    mutationKey: [endpoint.id],
    async mutationFn(input) {
      const wanted = JSON.stringify(input);
      if (attempt.current?.input !== wanted) attempt.current = { input: wanted, key: crypto.randomUUID() };
      const options = { idempotencyKey: attempt.current.key };
      const acted = await act(endpoint, ...([input, options] as unknown as CallArguments<E>));
      attempt.current = undefined;
      return acted;
    },
  });
}
