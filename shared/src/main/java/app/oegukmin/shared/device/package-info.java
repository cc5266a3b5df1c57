/**
 * The phones that pushes go to, each with one owner. Chat registers them, the notifier tells them,
 * and whoever ends a sign-in takes them away.
 */
package app.oegukmin.shared.device;
