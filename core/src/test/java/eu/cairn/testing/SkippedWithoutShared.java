package eu.cairn.testing;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Skips a property, loudly, where the reference material is not beside the checkout. */
public final class SkippedWithoutShared implements SkipExecutionHook {

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        if (Shared.isHere()) {
            return SkipResult.doNotSkip();
        }
        System.err.println("SKIPPED: " + context.label() + " needs the reference material");
        return SkipResult.skip("the reference material is not beside this checkout");
    }
}
