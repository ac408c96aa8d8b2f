# What `workload=full` adds to a cluster of Pacemaker: sourced by `configure`, after the lab's `workload.sh`.
# shellcheck shell=bash

# The resources beside the measured group.
workload_resources() {
  cat <<XML
<group id="page">
  <primitive id="page-address" class="ocf" provider="heartbeat" type="IPaddr2">
    <instance_attributes id="page-address-attributes">
      $(pair page-address ip "$PAGE_ADDRESS") $(pair page-address cidr_netmask 24) $(pair page-address nic service)
    </instance_attributes>
    <operations><op id="page-address-monitor" name="monitor" interval="10s" timeout="20s"/></operations>
  </primitive>
  <primitive id="nginx" class="ocf" provider="heartbeat" type="nginx">
    <instance_attributes id="nginx-attributes">$(pair nginx configfile "$PAGE_CONFIGURATION")</instance_attributes>
    <operations>
      <op id="nginx-monitor" name="monitor" interval="10s" timeout="30s"/>
      <op id="nginx-start" name="start" interval="0" timeout="40s"/>
      <op id="nginx-stop" name="stop" interval="0" timeout="60s"/>
    </operations>
  </primitive>
</group>
<clone id="everywhere">
  <meta_attributes id="everywhere-options">$(pair everywhere interleave true)</meta_attributes>
  <primitive id="dummy" class="ocf" provider="heartbeat" type="Dummy">
    <instance_attributes id="dummy-attributes">$(pair dummy state "$DUMMY_STATE")</instance_attributes>
    <operations><op id="dummy-monitor" name="monitor" interval="10s" timeout="20s"/></operations>
  </primitive>
</clone>
<clone id="state">
  <meta_attributes id="state-options">$(pair state promotable true) $(pair state interleave true)</meta_attributes>
  <primitive id="stateful" class="ocf" provider="pacemaker" type="Stateful">
    <instance_attributes id="stateful-attributes">$(pair stateful state "$STATEFUL_STATE")</instance_attributes>
    <operations>
      <op id="stateful-promoted" name="monitor" interval="10s" timeout="20s" role="Promoted"/>
      <op id="stateful-unpromoted" name="monitor" interval="11s" timeout="20s" role="Unpromoted"/>
    </operations>
  </primitive>
</clone>
XML
}

# The measured group is where the state is promoted, and not before: a validator signs where its key is.
workload_constraints() {
  cat <<XML
<rsc_colocation id="service-with-state" rsc="service" with-rsc="state" with-rsc-role="Promoted" score="INFINITY"/>
<rsc_order id="state-then-service" first="state" first-action="promote" then="service" then-action="start"/>
XML
}
