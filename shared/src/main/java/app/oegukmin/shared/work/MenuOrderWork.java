package app.oegukmin.shared.work;

/** A message of the menu order queue. */
public sealed interface MenuOrderWork extends Work permits ReadMenus {}
