package org.lianzhi.investigation;

import org.lianzhi.test.ArchitectureTests;

class ArchitectureTest implements ArchitectureTests {}
