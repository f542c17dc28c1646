/**
 * The only door: sign-in, the REST proxy, live updates and the pages.
 *
 * <p>Start reading at {@link dev.masterplan.gateway.api.ProxyRoute} and {@link dev.masterplan.gateway.live.LiveHub}.
 */
package dev.masterplan.gateway;
